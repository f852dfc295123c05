package io.jianhu.platform.database.internal;

import io.jianhu.platform.database.DatabaseException;
import io.jianhu.platform.database.internal.BackupManifest.Origin;
import io.jianhu.platform.database.internal.BackupManifest.SavedSequence;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What tables and sequences a schema holds, as its connection's transaction sees them. */
record Catalogue(Connection connection) {

    /** A table with rows of its own. */
    record StoredTable(String name, Origin origin, String parent, String bounds, List<String> columns) {

        String columnList() {
            return String.join(", ", columns);
        }
    }

    /** Tables in an order in which each comes after those that its foreign keys point to; without Flyway's own. */
    List<StoredTable> listTables() throws SQLException {
        List<StoredTable> waiting = new ArrayList<>(readTables());
        List<String[]> references = readReferences();
        List<StoredTable> ordered = new ArrayList<>();
        Set<String> placed = new LinkedHashSet<>();
        while (!waiting.isEmpty()) {
            List<StoredTable> ready = waiting.stream()
                    .filter(table -> references.stream()
                            .filter(reference -> reference[0].equals(table.name()))
                            .allMatch(reference -> placed.contains(reference[1]) || reference[1].equals(table.name())))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("foreign keys form a circle among " + waiting);
            }
            ready.forEach(table -> placed.add(table.name()));
            ordered.addAll(ready);
            waiting.removeAll(ready);
        }
        return List.copyOf(ordered);
    }

    List<SavedSequence> listSequences() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                        select sequencename, last_value from pg_sequences
                        where schemaname = current_schema() and last_value is not null
                        order by sequencename""");
                ResultSet rows = query.executeQuery()) {
            List<SavedSequence> sequences = new ArrayList<>();
            while (rows.next()) {
                sequences.add(new SavedSequence(rows.getString(1), rows.getLong(2)));
            }
            return List.copyOf(sequences);
        }
    }

    /** Version of the last migration; "0" when there was none. */
    String schemaVersion() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                        select coalesce((select version from flyway_schema_history
                                         where success and version is not null
                                         order by installed_rank desc limit 1), '0')""");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private List<StoredTable> readTables() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                        select c.relname,
                               coalesce(p.relname, ''),
                               coalesce(pg_get_expr(c.relpartbound, c.oid), ''),
                               array(select quote_ident(a.attname) from pg_attribute a
                                     where a.attrelid = c.oid and a.attnum > 0
                                       and not a.attisdropped and a.attgenerated = ''
                                     order by a.attnum)
                        from pg_class c
                        left join pg_inherits i on i.inhrelid = c.oid
                        left join pg_class p on p.oid = i.inhparent
                        where c.relnamespace = current_schema()::regnamespace
                          and c.relkind = 'r' and c.relname <> 'flyway_schema_history'
                        order by c.relname""");
                ResultSet rows = query.executeQuery()) {
            List<StoredTable> tables = new ArrayList<>();
            while (rows.next()) {
                tables.add(table(rows.getString(1), rows.getString(2), rows.getString(3), rows.getArray(4)));
            }
            return tables;
        }
    }

    private static StoredTable table(String name, String parent, String bounds, Array columns) throws SQLException {
        List<String> names = List.of((String[]) columns.getArray());
        if (!parent.isEmpty()) {
            return new StoredTable(name, Origin.PARTITION, parent, bounds, names);
        }
        if (name.matches("(frame|observation)_\\d{4}_\\d\\d(_\\d\\d)?")) {
            return new StoredTable(name, Origin.DETACHED, name.substring(0, name.indexOf('_')), "", names);
        }
        if (!name.matches("[a-z_][a-z0-9_]*")) {
            throw new DatabaseException(
                    "The table %s was not made by Jianhu; move it to another schema.\n表 %s 不是鉴湖建立的，请移到其他 schema。"
                            .formatted(name, name));
        }
        return new StoredTable(name, Origin.MIGRATION, "", "", names);
    }

    private List<String[]> readReferences() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                        select source.relname, target.relname
                        from pg_constraint
                        join pg_class source on source.oid = conrelid
                        join pg_class target on target.oid = confrelid
                        where contype = 'f' and connamespace = current_schema()::regnamespace
                          and source.relkind = 'r' and target.relkind = 'r'""");
                ResultSet rows = query.executeQuery()) {
            List<String[]> references = new ArrayList<>();
            while (rows.next()) {
                references.add(new String[] {rows.getString(1), rows.getString(2)});
            }
            return references;
        }
    }
}
