"""What can be sent as it is: the types of everything that a view is made of."""

from typing import TypeAlias

Json: TypeAlias = str | int | float | bool | list["Json"] | dict[str, "Json"]
JsonDict: TypeAlias = dict[str, "Json"]
