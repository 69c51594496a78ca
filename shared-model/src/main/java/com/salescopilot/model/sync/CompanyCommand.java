package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.value.Value;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// Commands on what is known of one company.
public sealed interface CompanyCommand extends Command {

  /// The row.
  UUID company();

  @Override
  default RowKey target() {
    return new RowKey(Entity.COMPANY_DATA, company());
  }

  @Override
  default Issuer issuer() {
    return Issuer.SYSTEM;
  }

  /// Sets what is known, whatever was known before.
  ///
  /// @param fields by REST names; `metadata.source` says where it comes from
  record Put(UUID company, String domain, SortedMap<String, Value> fields)
      implements CompanyCommand {
    public Put {
      fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    @Override
    public String op() {
      return "company.put";
    }
  }
}
