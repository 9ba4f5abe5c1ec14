/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.LocalService;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.catalogue.Network;
import dev.plinth.local.store.FolderLock;
import java.nio.file.Path;
import java.util.List;

/** AWS Lambda as the local account has it: the operations of all the groups that it implements. */
public final class LocalLambdaClient
    implements FunctionApi,
        FunctionSettingApi,
        AliasApi,
        EventInvokeConfigApi,
        EventSourceMappingApi,
        FunctionUrlApi,
        LayerApi,
        PermissionApi,
        ProvisionedConcurrencyApi,
        LocalService {
  private final LambdaParts parts;

  /**
   * @param folder where the resources of this account and region are kept; made when needed
   */
  public LocalLambdaClient(
      AccountContext account, Path folder, FolderLock lock, Catalogue catalogue, Network network) {
    parts = LambdaParts.of(account, folder, lock, catalogue, network);
    parts.keepIn(catalogue);
  }

  @Override
  public LambdaParts parts() {
    return parts;
  }

  /** Whether there is a function, or a version or alias of one, of an ARN. */
  public boolean keeps(String arn) {
    return parts.isFunction(arn);
  }

  @Override
  public List<String> resourceArns() {
    return parts.resourceArns();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  /** Does nothing: the account owns what the client uses. */
  @Override
  public void close() {}
}
