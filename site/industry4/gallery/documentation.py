"""What the head comment of a component says: what it is for, and what it is given.

A component's file begins with `{% comment %}`: a sentence or two, an empty line, then one line
for each parameter (`name: what it is`, or `name, other: what they are`) and, last, the names that
it takes from the page's context (`From the context: page, request.`).
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from industry4.settings.environment import ROOT

FOLDER = ROOT / "templates" / "components"
COMMENT = re.compile(r"\A\{% comment %\}\n(.*?)\n\{% endcomment %\}\n", re.DOTALL)
PARAMETER = re.compile(r"^([a-z_]+(?:, [a-z_]+)*): (.+)$")
FROM_CONTEXT = "From the context:"


class Parameter(NamedTuple):
    """One line of parameters: their names, and what they are."""

    names: list[str]
    text: str

    @property
    def is_optional(self) -> bool:
        """Whether a component does without."""
        return "(optional)" in self.text or "(default" in self.text


@dataclass
class Component:
    """A component: its name, which is its file's, and what its head comment says."""

    name: str
    description: str = ""
    parameters: list[Parameter] = field(default_factory=list)
    from_context: list[str] = field(default_factory=list)

    @property
    def names(self) -> set[str]:
        """All names that the comment gives."""
        return {*(name for each in self.parameters for name in each.names), *self.from_context}


def components(folder: Path = FOLDER) -> list[Component]:
    """All components, by name."""
    return [read(path) for path in sorted(folder.glob("*.html"))]


def read(path: Path) -> Component:
    """The component in a file; one without a head comment has no description."""
    component = Component(path.stem)
    comment = COMMENT.match(path.read_text(encoding="utf-8"))
    if not comment:
        return component
    # From a parameter or the context on, a line that is neither goes on with the one before it.
    text, _context, context = comment[1].partition(FROM_CONTEXT)
    component.from_context = re.findall(r"\w+", re.sub(r"\(.*?\)", "", context))
    description = []
    for line in filter(None, map(str.strip, text.splitlines())):
        if found := PARAMETER.match(line):
            component.parameters.append(Parameter(found[1].split(", "), found[2]))
        elif component.parameters:
            last = component.parameters.pop()
            component.parameters.append(last._replace(text=f"{last.text} {line}"))
        else:
            description.append(line)
    component.description = " ".join(description)
    return component
