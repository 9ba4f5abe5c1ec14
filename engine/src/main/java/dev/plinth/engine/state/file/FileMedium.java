/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.file;

import dev.plinth.engine.state.LockHolder;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.journal.HeldLock;
import dev.plinth.engine.state.journal.StackMedium;
import dev.plinth.engine.state.layout.TagsContent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of one stack. */
final class FileMedium implements StackMedium {
  private final FileLayout layout;
  private final StackName stack;
  private final StateFile state;
  private final JournalFile journal;
  private final HistoryFiles history;

  FileMedium(FileLayout layout, StackName stack) {
    this.layout = layout;
    this.stack = stack;
    this.state = new StateFile(layout, stack);
    this.journal = new JournalFile(layout.journal(stack));
    this.history = new HistoryFiles(layout, stack, state);
  }

  @Override
  public Optional<Version> version() {
    return state.find().map(found -> new Version(found.path().toString(), found));
  }

  @Override
  public InputStream open(Version version) throws IOException {
    return StateFile.open(Path.of(version.place()));
  }

  @Override
  public String restore(Version version) {
    return StateFile.restore(Path.of(version.place()));
  }

  @Override
  public String place() {
    return layout.state(stack).toString();
  }

  @Override
  public void replace(List<byte[]> pieces) {
    try {
      state.write(pieces);
    } catch (IOException e) {
      throw StorageFailure.of("write", layout.state(stack), e);
    }
  }

  @Override
  public String journalPlace() {
    return layout.journal(stack).toString();
  }

  @Override
  public byte[] journal() {
    try {
      return journal.read();
    } catch (IOException e) {
      throw StorageFailure.of("read", layout.journal(stack), e);
    }
  }

  @Override
  public void append(byte[] line) {
    try {
      journal.append(line);
    } catch (IOException e) {
      throw StorageFailure.of("write", layout.journal(stack), e);
    }
  }

  @Override
  public void discardJournal() {
    try {
      journal.delete();
    } catch (IOException e) {
      throw StorageFailure.of("delete", layout.journal(stack), e);
    }
  }

  @Override
  public Map<String, String> tags() {
    Path file = layout.tags(stack);
    try {
      return TagsContent.parse(Files.readAllBytes(file), file.toString());
    } catch (NoSuchFileException e) {
      return Map.of();
    } catch (IOException e) {
      throw StorageFailure.of("read", file, e);
    }
  }

  @Override
  public void saveTags(Map<String, String> tags) {
    write(layout.tags(stack), TagsContent.toJson(tags));
  }

  @Override
  public Optional<byte[]> archives() {
    Path file = layout.archives(stack);
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw StorageFailure.of("read", file, e);
    }
  }

  @Override
  public void saveArchives(byte[] content) {
    write(layout.archives(stack), content);
  }

  private static void write(Path file, byte[] content) {
    try {
      PrivateFiles.createFolders(FileLayout.folderOf(file));
      PrivateFiles.replace(file, List.of(content));
    } catch (IOException e) {
      throw StorageFailure.of("write", file, e);
    }
  }

  @Override
  public List<String> history() {
    try {
      return history.names();
    } catch (IOException e) {
      throw StorageFailure.of("read", history.folder(), e);
    }
  }

  @Override
  public List<Optional<byte[]>> readHistory(List<String> names) {
    return names.stream().map(this::readHistory).toList();
  }

  private Optional<byte[]> readHistory(String name) {
    try {
      return Optional.of(history.read(name));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw StorageFailure.of("read", history.folder().resolve(name), e);
    }
  }

  @Override
  public String historyPlace(String name) {
    return history.folder().resolve(name).toString();
  }

  @Override
  public boolean addHistory(long moment, byte[] entry) {
    try {
      return history.add(moment, entry);
    } catch (IOException e) {
      throw StorageFailure.of("write", history.folder(), e);
    }
  }

  @Override
  public void remove() {
    Path tags = layout.tags(stack);
    try {
      state.remove();
      journal.delete();
      Files.deleteIfExists(tags);
      Files.deleteIfExists(layout.archives(stack));
      history.remove();
    } catch (IOException e) {
      throw StorageFailure.of("remove the stack " + stack + " from", FileLayout.folderOf(tags), e);
    }
  }

  @Override
  public HeldLock lock(Instant now) {
    try {
      return StackLock.take(layout, stack, now);
    } catch (IOException e) {
      throw StorageFailure.of("lock the stack " + stack + " in", layout.locks(stack), e);
    }
  }

  @Override
  public List<LockHolder> unlock() {
    try {
      return StackLock.breakLocks(layout, stack);
    } catch (IOException e) {
      throw StorageFailure.of("unlock the stack " + stack + " in", layout.locks(stack), e);
    }
  }

  @Override
  public void close() {
    try {
      journal.close();
    } catch (IOException e) {
      throw StorageFailure.of("close", layout.journal(stack), e);
    }
  }
}
