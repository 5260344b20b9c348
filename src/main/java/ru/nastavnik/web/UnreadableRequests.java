package ru.nastavnik.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Configuration;

/** Requests that the container itself does not understand never reach our pages: they get a sentence here. */
@Configuration
class UnreadableRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addContextCustomizers(context -> {
      if (context.getParent() instanceof StandardHost host) {
        host.setErrorReportValveClass(Sentence.class.getName());
      }
    });
  }

  /** Writes what no error page of the application has written. */
  public static class Sentence extends ErrorReportValve {

    private static final String PAGE = """
        <!DOCTYPE html>
        <html lang="ru">
        <head><meta charset="utf-8"><title>%1$s – Наставник</title></head>
        <body><main>
          <h1>%1$s</h1>
          <p>%2$s</p>
        </main></body>
        </html>
        """;

    @Override
    protected void report(Request request, Response response, Throwable failure) {
      int status = response.getStatus();
      if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
        return;
      }
      String page = status < 500 ? PAGE.formatted("Запрос не понят", "Проверьте адрес и повторите.")
          : PAGE.formatted("Сбой в программе", "Повторите позже; если повторится, сообщите администратору.");
      try {
        byte[] body = page.getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.finishResponse();
      } catch (IOException | IllegalStateException e) {
        container.getLogger().debug("Nobody waits for the answer any more", e);
      }
    }
  }
}
