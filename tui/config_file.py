"""A YAML file as nodes, whose values are taken as they are typed and whose errors name lines.

Nothing is constructed from the file, so no tag in it can act; the key `0` or `y` needs no
quotation marks, whatever type YAML would give it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode

Pairs: TypeAlias = list[tuple[Node, Node]]


class ConfigError(ValueError):
    """A configuration that cannot be used: the message has file, line, reason and remedy."""

    def __init__(self, path: Path, line: int | None, reason: str) -> None:
        super().__init__(f"{path}{f', line {line}' if line else ''}: {reason}")


class ConfigFile:
    """The nodes of a YAML file; `root` is None when it holds nothing."""

    def __init__(self, path: Path) -> None:
        """Read the file at `path`; raise `ConfigError` when it is unreadable or not YAML."""
        self.path = path
        self.root = self._composed()

    def error(self, node: Node, reason: str) -> ConfigError:
        """What is wrong at a node."""
        return ConfigError(self.path, node.start_mark.line + 1, reason)

    def text(self, node: Node) -> str:
        """The text of a scalar, as typed."""
        if not isinstance(node, ScalarNode):
            raise self.error(node, "here must be plain text")
        value: str = node.value
        return value

    def texts(self, node: Node) -> str | list[str]:
        """The text of a scalar, or the texts of a list of them."""
        if isinstance(node, SequenceNode):
            return [self.text(item) for item in node.value]
        return self.text(node)

    def pairs(self, node: Node, expected: str) -> Pairs:
        """The keys and values of a mapping, no key twice; `expected` is the error if it is none."""
        if isinstance(node, ScalarNode) and not node.value:  # all lines below are commented out
            return []
        if not isinstance(node, MappingNode):
            raise self.error(node, expected)
        pairs: Pairs = node.value
        seen = set[str]()
        for key, _ in pairs:
            name = self.text(key)
            if name in seen:
                raise self.error(key, f"“{name}” is there twice; take one away")
            seen.add(name)
        return pairs

    def _composed(self) -> Node | None:
        try:
            source = self.path.read_text(encoding="utf-8-sig")
            loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
            root: Node | None = yaml.compose(source, Loader=loader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            reason = f"is not YAML: {error.problem or error.context}"
            raise ConfigError(self.path, mark.line + 1 if mark else None, reason) from error
        except (yaml.YAMLError, RecursionError) as error:
            reason = f"is not YAML: {str(error).splitlines()[0]}"
            raise ConfigError(self.path, None, reason) from error
        except OSError as error:
            reason = f"cannot be read: {error.strerror or error}"
            raise ConfigError(self.path, None, reason) from error
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            raise ConfigError(self.path, line, "is not UTF-8; convert it") from error
        return root
