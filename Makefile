lock:
	.venv/bin/uv pip compile pyproject.toml --universal --generate-hashes --no-header --no-annotate --quiet -o requirements.lock
	.venv/bin/uv pip compile pyproject.toml --group dev -c requirements.lock --universal --generate-hashes --no-header --no-annotate --quiet -o requirements-dev.lock
