"""YAML with tags that only the site's own program knows: they are kept as data, never followed."""

from dataclasses import dataclass

import yaml

from index.reading.generators.generator import Settings


@dataclass(frozen=True, slots=True)
class Tagged:
    """A value under a tag of its own, such as `!ENV` or `!!python/name:module.function`."""

    tag: str
    """The tag, `!!` written as YAML's long form `tag:yaml.org,2002:`."""
    value: object
    """What stands under it: text, a list or a mapping."""


class _Loader(yaml.CSafeLoader):
    """The safe loader, which knows what to do with other tags: nothing."""


def _keep(loader: _Loader, tag: str, node: yaml.Node) -> Tagged:
    if isinstance(node, yaml.MappingNode):
        return Tagged(tag, loader.construct_mapping(node, deep=True))
    if isinstance(node, yaml.SequenceNode):
        return Tagged(tag, loader.construct_sequence(node, deep=True))
    return Tagged(tag, node.value)


_Loader.add_multi_constructor("", _keep)


def load_yaml(text: str) -> Settings:
    """Return the settings; empty for another value than a mapping.

    Raises:
        ValueError: for text that is not YAML, or nested too deep.
    """
    try:
        loaded = yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader that keeps unknown tags
    except (yaml.YAMLError, RecursionError) as error:
        raise ValueError(str(error)) from error
    return {str(key): value for key, value in loaded.items()} if isinstance(loaded, dict) else {}
