# The bot as it runs for colleagues: locked dependencies, no compiler, no root.
FROM python:3.11-slim-bookworm AS build
WORKDIR /build
COPY requirements.lock ./
RUN python -m venv /opt/handbook \
 && /opt/handbook/bin/pip install --no-cache-dir --require-hashes --only-binary :all: -r requirements.lock

FROM python:3.11-slim-bookworm
# git fetches handbooks, and tells where their files stand on their host.
RUN apt-get update \
 && apt-get install -y --no-install-recommends git \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --create-home --uid 10001 handbook \
 && install --directory --owner handbook --group handbook /cache /store
COPY --from=build /opt/handbook /opt/handbook
WORKDIR /app
COPY pyproject.toml README.md ./
COPY index ./index
COPY bot ./bot
COPY content ./content
ENV PATH=/opt/handbook/bin:$PATH PYTHONPATH=/app PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    HANDBOOK_CACHE=/cache HANDBOOK_STORE=sqlite:////store/store.db
USER handbook
ENTRYPOINT ["python", "-m", "bot"]
CMD ["serve"]
