"""Small handbooks, written into a test's own folder."""

from pathlib import Path
from typing import Final

PAY: Final = "# Løn\n\nLøn udbetales den sidste bankdag i måneden.\n"
CONTACT: Final = "# Hvem kan jeg kontakte?\n\nSkriv til Astrid, når du er i tvivl om noget.\n"
INVOICE: Final = """# Fakturaflow

Bo svarer på spørgsmål om penge.

```mermaid
flowchart TD
  A([Faktura modtages]) --> B{"Kan den godkendes direkte?"}
  B -- Ja --> C[Fakturaen betales]
  B -- Nej --> D[Chefen spørges] --> B
```
"""
BINARY: Final = b"\x00\x01\x02\xff\xfe"


def write(folder: Path, **pages: str | bytes) -> Path:
    """Write pages by their names, without the ending, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        raw = text if isinstance(text, bytes) else text.encode()
        (folder / f"{name}.md").write_bytes(raw)
    return folder
