package io.jianhu.platform.database;

import io.jianhu.platform.database.internal.JdbcUrls;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A process that stands for a platform: opens the database of a folder, commits one row, leaves another uncommitted, says so,
 * and waits to be killed.
 */
final class HoldDatabase {

    private HoldDatabase() {}

    static void main(String[] args) throws SQLException, IOException, InterruptedException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try (Database database = Database.open(new DatabaseSettings(Path.of(args[0]), Optional.empty()));
                Connection connection = JdbcUrls.connect(database.url());
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists note (text text)");
            statement.execute("insert into note values ('committed')");
            connection.setAutoCommit(false);
            statement.execute("insert into note values ('uncommitted')");
            out.println("UP");
            Thread.currentThread().join();
        } catch (DatabaseException refused) {
            out.println("REFUSED " + refused.getMessage());
        }
    }
}
