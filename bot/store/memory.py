"""What this process knows by heart: it answers while the store is away."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Final, Generic, TypeVar

from bot.store.write import Row, RowKey

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Recent(Generic[K, V]):
    """The last so many; what is looked up or set counts as newest."""

    def __init__(self, most: int) -> None:
        self._most: Final = most
        self._known: OrderedDict[K, V] = OrderedDict()

    def __contains__(self, key: object) -> bool:
        return key in self._known

    def get(self, key: K) -> V | None:
        """Return what is known of it."""
        if key in self._known:
            self._known.move_to_end(key)
        return self._known.get(key)

    def set(self, key: K, value: V) -> None:
        """Know it from now on."""
        self._known[key] = value
        self._known.move_to_end(key)
        if len(self._known) > self._most:
            self._known.popitem(last=False)

    def drop(self, key: K) -> None:
        """Know it no more."""
        self._known.pop(key, None)

    def drop_all(self, wanted: Callable[[V], bool]) -> None:
        """Know those no more whose value is wanted gone."""
        for key in [key for key, value in self._known.items() if wanted(value)]:
            del self._known[key]


class Memory:
    """The newest rows of each table, as they were last seen or written."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._tables: dict[str, Recent[RowKey, Row]] = {}

    def get(self, key: RowKey) -> Row | None:
        """Return a row; None where none is known."""
        return self._of(key).get(key)

    def know(self, key: RowKey, row: Row | None) -> None:
        """Know a row, or that there is none."""
        if row is None:
            self._of(key).drop(key)
        else:
            self._of(key).set(key, row)

    def forget(self, about: Callable[[Row], bool]) -> None:
        """Forget the rows that are about somebody."""
        for table in self._tables.values():
            table.drop_all(about)

    def _of(self, key: RowKey) -> Recent[RowKey, Row]:
        name = key[0]
        if name not in self._tables:
            self._tables[name] = Recent(self._most)
        return self._tables[name]
