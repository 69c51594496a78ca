package com.salescopilot.server.auth;

/// Which ways in exist on this server, so that no screen offers one that leads nowhere.
///
/// @param passwordReset whether a forgotten password can be replaced by mail
public record Options(
    boolean google, boolean linkedin, boolean passwordReset, SignUpPolicy signup) {}
