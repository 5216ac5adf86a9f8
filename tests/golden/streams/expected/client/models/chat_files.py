"""Answers of chat files."""

from __future__ import annotations

from .._runtime._model import Model


class UploadFilesResponse(Model):
    id: str
