package com.salescopilot.model.ai;

/// One thing that is known, and whence.
///
/// @param id `F1`, `F2`, … in the order of the sheet
/// @param text as a person sees it, never empty
/// @param origin a field by its name in templates (`jobTitle`, `custom.plan`,
///   `companyData.industry`), or [FactSheet#REPLY], [FactSheet#NOTES], [FactSheet#REQUEST]
public record Fact(String id, String text, String origin) {}
