# syntax=docker/dockerfile:1

# 1. Build: Maven on Temurin 17. Tests are not run here: they need a PostgreSQL of their own and are run by .ci/run.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY processes processes
COPY forms forms
COPY src/main src/main
RUN --mount=type=cache,target=/root/.m2 mvn -B -ntp -Dmaven.test.skip=true package
# What seldom changes (libraries) and what often changes (the application) become layers of their own.
RUN java -Djarmode=tools -jar target/nastavnik.jar extract --layers --destination target/layers

# 2. Run: Java runtime only, not as root.
FROM eclipse-temurin:17-jre-noble
# The health check below uses curl, which the image brings along; should it ever not, the build says so.
RUN curl --version > /dev/null \
 && groupadd --system --gid 10001 nastavnik \
 && useradd --system --uid 10001 --gid nastavnik --no-create-home --home-dir /app --shell /usr/sbin/nologin nastavnik
WORKDIR /app
COPY --from=build /build/target/layers/dependencies/ ./
COPY --from=build /build/target/layers/spring-boot-loader/ ./
COPY --from=build /build/target/layers/snapshot-dependencies/ ./
COPY --from=build /build/target/layers/application/ ./
COPY --chmod=755 src/main/sh/nastavnik ./
# The classes as Java has them in memory, written by the first start of a release: a volume, or each container writes its own.
RUN install --directory --owner=nastavnik --group=nastavnik /var/cache/nastavnik
ENV NASTAVNIK_CLASSES=/var/cache/nastavnik/classes.jsa
USER 10001:10001
# malloc keeps an arena for each thread otherwise.
ENV MALLOC_ARENA_MAX=2
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=120s --retries=4 \
    CMD ["curl", "--fail", "--silent", "--show-error", "--output", "/dev/null", "http://127.0.0.1:8080/actuator/health"]
# Heap as a share of the container's memory; the rest is for classes, threads and buffers.
ENTRYPOINT ["./nastavnik", "-XX:MaxRAMPercentage=40", "-XX:+ExitOnOutOfMemoryError"]
