"""A screenshot as a small PNG: text has few colours, and a palette of them is a third of its size.

Format: https://www.w3.org/TR/png-3/
"""

import base64
import struct
import zlib
from typing import Final

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Page

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
PALETTE: Final = 256
"""Colours that a palette has at most."""

SHADES: Final = (32, 16, 6)
"""Of red, green and blue each; the eye sees no difference in text, and six always fit."""

PIXELS: Final = """async source => {
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height];
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const all = context.getImageData(0, 0, image.width, image.height).data;
  let text = "";
  for (let at = 0; at < all.length; at += 32768)
    text += String.fromCharCode(...all.subarray(at, at + 32768));
  return [image.width, image.height, btoa(text)];
}"""
"""Gives width, height and the pixels, four bytes each: a browser knows how to read a PNG."""


def small_png(screenshot: bytes, page: Page) -> bytes:
    """Return the same picture in as many colours as a palette has; `page` may be any."""
    source = f"data:image/png;base64,{base64.b64encode(screenshot).decode()}"
    width, height, pixels = page.evaluate(PIXELS, source)
    colours, places = _palette(np.frombuffer(base64.b64decode(pixels), np.uint8).reshape(-1, 4))
    # Each row begins with how it is filtered: not at all.
    rows = np.insert(places.reshape(height, width), 0, 0, axis=1)
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        (b"PLTE", colours.tobytes()),
        (b"IDAT", zlib.compress(rows.tobytes(), 9)),
        (b"IEND", b""),
    )
    return SIGNATURE + b"".join(_chunk(kind, data) for kind, data in parts)


def _palette(pixels: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return the colours, three bytes each, and for each pixel which of them it has."""
    for shades in SHADES:
        step = 255 / (shades - 1)
        red, green, blue = np.rint(np.rint(pixels[:, :3] / step) * step).astype(np.uint32).T
        colours, places = np.unique(red << 16 | green << 8 | blue, return_inverse=True)
        if len(colours) <= PALETTE:
            break
    spread = np.stack([colours >> 16, colours >> 8 & 0xFF, colours & 0xFF], axis=1)
    return spread.astype(np.uint8), places.astype(np.uint8)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
