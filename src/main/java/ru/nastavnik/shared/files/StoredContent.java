package ru.nastavnik.shared.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a stored file holds, read from the database a piece at a time. */
final class StoredContent extends AbstractResource {

    private static final int PIECE = 256 * 1024;
    private static final String READ = "select substring(content from ? for ?) from stored_file where id = ?";

    private final JdbcTemplate database;
    private final StoredFileInfo file;

    StoredContent(JdbcTemplate database, StoredFileInfo file) {
        this.database = database;
        this.file = file;
    }

    @Override
    public String getDescription() {
        return "stored file " + file.id();
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public long contentLength() {
        return file.sizeBytes();
    }

    @Override
    public InputStream getInputStream() {
        return new Pieces(file.id());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredContent content && content.file.equals(file);
    }

    @Override
    public int hashCode() {
        return file.hashCode();
    }

    private class Pieces extends InputStream {

        private final UUID id;
        private byte[] piece = {};
        private int at;
        private long read;

        Pieces(UUID id) {
            this.id = id;
        }

        @Override
        public int read() throws IOException {
            return filled() ? piece[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!filled()) {
                return -1;
            }
            int given = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, into, from, given);
            at += given;
            return given;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long inPiece = Math.min(Math.max(0, bytes), piece.length - at);
            at += (int) inPiece;
            long further = Math.max(0, Math.min(bytes - inPiece, file.sizeBytes() - read));
            read += further;
            return inPiece + further;
        }

        private boolean filled() throws IOException {
            if (at == piece.length && read < file.sizeBytes()) {
                byte[] next = database.query(
                        READ, rows -> rows.next() ? rows.getBytes(1) : new byte[0], (int) read + 1, PIECE, id);
                if (next == null || next.length == 0) {
                    throw new IOException("The stored file has gone");
                }
                piece = next;
                at = 0;
                read += next.length;
            }
            return at < piece.length;
        }
    }
}
