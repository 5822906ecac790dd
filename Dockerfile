# Evenfloor with its SQLite file in the volume /data.
#   docker build -t evenfloor .
#   docker run -p 8000:8000 -v evenfloor:/data -e EVENFLOOR_PUBLIC_URL=https://meet.example.org evenfloor
FROM python:3.13-slim AS build
WORKDIR /src
COPY pyproject.toml constraints.txt README.md LICENSE NOTICE ./
COPY app app
COPY alembic alembic
COPY frontend frontend
RUN python -m venv /opt/evenfloor \
    && /opt/evenfloor/bin/pip install --no-cache-dir --constraint constraints.txt '.[postgres,redis]'

FROM python:3.13-slim
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin evenfloor \
    && install -d -o evenfloor -g evenfloor -m 700 /data
COPY --from=build /opt/evenfloor /opt/evenfloor
COPY --from=build /src/LICENSE /src/NOTICE /usr/share/doc/evenfloor/
ENV PATH=/opt/evenfloor/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    EVENFLOOR_DATA_DIR=/data \
    EVENFLOOR_HOST=0.0.0.0 \
    EVENFLOOR_PORT=8000
USER evenfloor
WORKDIR /data
VOLUME /data
EXPOSE 8000
# `evenfloor health` asks the port that the settings name, and trusts the certificate that they name.
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s CMD ["evenfloor", "health"]
STOPSIGNAL SIGTERM
CMD ["evenfloor", "serve"]
