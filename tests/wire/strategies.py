"""Any value of any message type, made from the same shapes as the codec."""

from hypothesis import strategies as st

from app.wire.shapes import (
    MAX_WHOLE,
    Choice,
    Many,
    Number,
    OrNull,
    Record,
    Row,
    Shape,
    Tagged,
    Text,
    Truth,
    Whole,
    record_of,
)

letters = st.characters(min_codepoint=0x20, max_codepoint=0x1F9FF, exclude_categories=("C", "Zl", "Zp"))
times = st.integers(0, MAX_WHOLE)


def values(shape: Shape) -> st.SearchStrategy[object]:
    """Python values of a shape, as the core holds them."""
    match shape:
        case Text(limit, _):
            return st.text(letters, max_size=min(limit, 20))
        case Whole():
            return times
        case Number(keep_whole):
            floats = st.floats(0, 1e9, allow_nan=False)
            return st.one_of(times, floats) if keep_whole else floats
        case Truth():
            return st.booleans()
        case Choice(words, of):
            return st.sampled_from([of(word) if of else word for word in words])
        case OrNull(of):
            return st.none() | values(of)
        case Many(of):
            return st.lists(values(of), max_size=4).map(tuple)
        case Row(parts):
            return st.tuples(*[values(part) for part in parts])
        case Record():
            return records(shape)
        case Tagged(options):
            return st.one_of([records(record) for _, record in options])
        case _:
            raise TypeError(shape)


def records(record: Record) -> st.SearchStrategy[object]:
    """Instances of one message class."""
    return st.builds(record.of, **{field.name: values(field.shape) for field in record.fields})


def messages(kind: type, tag: str) -> st.SearchStrategy[object]:
    """Instances of a command (tag `do`) or event (tag `kind`)."""
    return records(record_of(kind, tag))
