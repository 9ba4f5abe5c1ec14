/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.StackFunction;
import dev.plinth.api.manifest.FieldPath;
import dev.plinth.proto.computestack.Layer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The code of a function with its layers, as far as it lies on this machine, fits into the 250 MB
 * that Lambda unzips.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda
 *     quotas</a>
 */
final class UnzippedSizeRule implements StackRule {
  private static final long LIMIT_BYTES = 250L * 1024 * 1024;

  @Override
  public void check(ComputeStack stack, Report report) {
    for (StackFunction function : stack.functions()) {
      String code = function.spec().getCode().getLocalPath();
      String path = FieldPath.field(function.path(), "code.local_path");
      long size = code.isEmpty() ? 0 : sizeOf(code, path, report);
      for (Layer layer : stack.spec().getLayersList()) {
        if (function.spec().getLayersList().contains(layer.getName())
            && !layer.getLocalPath().isEmpty()) {
          size += sizeOf(layer.getLocalPath(), "spec.layers", report);
        }
      }
      if (size > LIMIT_BYTES) {
        report.error(
            "manifest.too-long",
            code.isEmpty() ? FieldPath.field(function.path(), "layers") : path,
            "code and layers of the function take %d MB unzipped, more than the 250 that AWS Lambda allows."
                .formatted(size / 1024 / 1024),
            "leave out what is not needed, or build an image.");
      }
    }
  }

  private static long sizeOf(String file, String path, Report report) {
    Path local = Path.of(file);
    try {
      if (Files.isDirectory(local)) {
        try (Stream<Path> files = Files.walk(local)) {
          return files.filter(Files::isRegularFile).mapToLong(UnzippedSizeRule::length).sum();
        }
      }
      try (ZipFile zip = new ZipFile(local.toFile())) {
        return zip.stream().mapToLong(ZipEntry::getSize).sum();
      }
    } catch (IOException e) {
      report.error(
          "manifest.unreadable-code",
          path,
          file + " is no folder and no zip archive that can be read.",
          "build it first, or correct the path, which is taken from the current folder.");
      return 0;
    }
  }

  private static long length(Path file) {
    return file.toFile().length();
  }
}
