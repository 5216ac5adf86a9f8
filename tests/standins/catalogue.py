"""The stand-ins by name."""

from __future__ import annotations

from collections.abc import Callable

from tests.standins import aivideomaker, mediaio, nemovideo, skills_video
from tests.standins.serving import Standin

_Maker = Callable[[str, float], Standin]
_MAKERS: dict[str, tuple[_Maker, frozenset[str]]] = {
    "aivideomaker": (aivideomaker.AIVideoMaker, aivideomaker.SCENARIOS),
    "mediaio": (mediaio.MediaIO, mediaio.SCENARIOS),
    "mediaio_effects": (mediaio.MediaIO, mediaio.SCENARIOS),
    "nemovideo": (nemovideo.NemoVideo, nemovideo.SCENARIOS),
    "skills_video": (skills_video.SkillsVideo, skills_video.SCENARIOS),
}
NAMES = tuple(_MAKERS)


def make(name: str, scenario: str = "success", duration: float = 0.4) -> Standin:
    """Return a stand-in; ValueError for a scenario it does not know."""
    maker, scenarios = _MAKERS[name]
    if scenario not in scenarios:
        raise ValueError(f"{name} knows {', '.join(sorted(scenarios))}, not {scenario}")
    return maker(scenario, duration)
