package ru.nastavnik.support;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Several things done at the same moment. */
public final class Together {

    private Together() {}

    /** @return what each of them came to, in their order; the first failure is thrown */
    public static <T> List<T> run(Callable<T> one, Callable<T> other) {
        return run(List.of(one, other));
    }

    public static <T> List<T> run(List<Callable<T>> things) {
        CyclicBarrier start = new CyclicBarrier(things.size());
        ExecutorService threads = Executors.newFixedThreadPool(things.size());
        try {
            Stream<Callable<T>> started = things.stream().map(thing -> () -> {
                start.await(Patience.MILLIS, TimeUnit.MILLISECONDS);
                return thing.call();
            });
            return threads.invokeAll(started.toList(), Patience.MILLIS, TimeUnit.MILLISECONDS).stream()
                    .map(Together::result)
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError("One of those who acted at the same moment failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
