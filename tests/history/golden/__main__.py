"""Write golden logs of this release: `python -m tests.history.golden [NAME …]`; unnamed, all of them."""

import json
import sys
import tomllib

from app.history.entries import to_entry
from tests.history.ballots import ballots
from tests.history.breakouts import breakouts
from tests.history.checks import checks
from tests.history.chores import chores
from tests.history.colocated import colocated
from tests.history.concerns import concerns
from tests.history.earlier import earlier
from tests.history.erasing import erasing
from tests.history.floor_story import floor_story
from tests.history.golden.reading import FOLDER, meaning
from tests.history.helping import helping
from tests.history.ideas import ideas
from tests.history.knocking import knocking
from tests.history.leading import leading
from tests.history.ledger import ledger
from tests.history.locking import locking
from tests.history.meeting import meeting
from tests.history.microphones import microphones
from tests.history.needs import needs
from tests.history.nudging_story import nudging
from tests.history.perspectives import perspectives
from tests.history.picking import picking
from tests.history.resistance import resistance
from tests.history.scores import scores
from tests.history.signing import signing
from tests.history.single import single
from tests.history.standing import standing
from tests.history.steering import steering
from tests.history.talking_freely import talking_freely
from tests.history.twice import twice
from tests.history.written import written

project = tomllib.loads((FOLDER.parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
release = ".".join(project["version"].split(".")[:2])
STORIES = {
    "meeting": meeting,
    "chores": chores,
    "microphones": microphones,
    "colocated": colocated,
    "needs": needs,
    "erasing": erasing,
    "ideas": ideas,
    "scores": scores,
    "signing": signing,
    "single": single,
    "floor": floor_story,
    "checks": checks,
    "picking": picking,
    "ballots": ballots,
    "resistance": resistance,
    "nudging": nudging,
    "standing": standing,
    "perspectives": perspectives,
    "ledger": ledger,
    "earlier": earlier,
    "written": written,
    "breakouts": breakouts,
    "locking": locking,
    "concerns": concerns,
    "knocking": knocking,
    "leading": leading,
    "steering": steering,
    "talking_freely": talking_freely,
    "twice": twice,
    "helping": helping,
}
for name in sys.argv[1:] or STORIES:
    entries = [to_entry(recorded) for recorded in STORIES[name]().log]
    lines = [
        json.dumps([e.seq, e.at, e.kind, e.version, e.actor, e.command_id, e.body], ensure_ascii=False)
        for e in entries
    ]
    log = FOLDER / release / f"{name}.jsonl"
    log.parent.mkdir(exist_ok=True)
    log.write_text("\n".join(lines) + "\n", encoding="utf-8")
    meant = json.dumps(meaning(entries), indent=1, ensure_ascii=False)
    log.with_suffix(".json").write_text(meant + "\n", encoding="utf-8")
    sys.stdout.write(f"{log}: {len(entries)} events\n")
