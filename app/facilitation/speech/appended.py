"""A vector that only grows at its end, of which every older version stays what it was.

Versions share one buffer. Appending to the newest version costs O(1) amortised; appending to an older one
copies what that version has. So an immutable state can carry eight hours of history and still be changed in
microseconds.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Appended(Generic[T]):
    """An immutable sequence with a cheap `append`; equal to another when their items are equal."""

    __slots__ = ("_length", "_shared")

    _shared: list[T]
    """Items of this version and perhaps, behind its length, of newer ones."""
    _length: int

    def __init__(self, shared: list[T], length: int) -> None:
        """For the class itself: the version that has the first `length` items of a buffer. Others: `of`."""
        self._shared = shared
        self._length = length

    @classmethod
    def of(cls, items: Iterable[T] = ()) -> "Appended[T]":
        """A vector of some items."""
        shared = list(items)
        return cls(shared, len(shared))

    def append(self, item: T) -> "Appended[T]":
        """This vector with one more item."""
        shared, length = self._shared, self._length
        if len(shared) != length or not length:
            shared = shared[:length]
        shared.append(item)
        return Appended(shared, length + 1)

    def extend(self, items: list[T]) -> "Appended[T]":
        """This vector with more items (itself when there are none)."""
        if not items:
            return self
        shared, length = self._shared, self._length
        if len(shared) != length or not length:
            shared = shared[:length]
        shared.extend(items)
        return Appended(shared, len(shared))

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, index: int) -> T:
        """The item at an index; negative ones count from the end. Raises IndexError outside."""
        length = self._length
        if index < 0:
            index += length
        if not 0 <= index < length:
            raise IndexError(index)
        return self._shared[index]

    def slice(self, start: int, stop: int | None = None) -> list[T]:
        """The items from `start` up to `stop` (default: the end), as a list of its own; both at least 0."""
        return self._shared[start : self._length if stop is None else min(stop, self._length)]

    def newest(self, most: int) -> list[T]:
        """The last `most` items (all, if there are fewer), as a list of its own."""
        length = self._length
        return self._shared[length - most if length > most else 0 : length]

    def __iter__(self) -> Iterator[T]:
        return iter(self._shared[: self._length])

    def before(self, value: int, key: Callable[[T], int]) -> int:
        """How many items of this vector, ordered by `key`, have a key under `value`."""
        return bisect_left(self._shared, value, 0, self._length, key=key)

    def up_to(self, value: int, key: Callable[[T], int]) -> int:
        """How many items of this vector, ordered by `key`, have a key of at most `value`."""
        return bisect_right(self._shared, value, 0, self._length, key=key)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Appended):
            return NotImplemented
        if self._length != other._length:
            return False
        return self._shared is other._shared or list(self) == list(other)

    def __hash__(self) -> int:
        return hash(self._length)

    def __repr__(self) -> str:
        return f"Appended({list(self)!r})"
