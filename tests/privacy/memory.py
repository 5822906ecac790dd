"""What a running server holds in memory, searched."""

import gc

NOT_THE_SERVERS = ("tests", "_pytest", "httpx", "websockets.asyncio")
SKIPPED = {"module", "frame", "function", "builtin_function_or_method", "method", "code", "cell"}


def held_in_memory(text: str, *roots: object) -> list[str]:
    """Every text with these characters in it that can be reached from what the server holds."""
    seen: set[int] = set()
    waiting: list[object] = list(roots)
    found = []
    while waiting:
        each = waiting.pop()
        if id(each) in seen or isinstance(each, type) or type(each).__name__ in SKIPPED:
            continue
        seen.add(id(each))
        if isinstance(each, str):
            found += [each] if text in each else []
        elif isinstance(each, (bytes, bytearray)):
            found += [repr(bytes(each)[:200])] if text.encode() in each else []
        elif not type(each).__module__.startswith(NOT_THE_SERVERS):
            waiting.extend(gc.get_referents(each))
            if isinstance(each, dict):
                # Of a dictionary whose keys are all texts, the collector of garbage is told the values alone.
                waiting.extend(each)
    return found
