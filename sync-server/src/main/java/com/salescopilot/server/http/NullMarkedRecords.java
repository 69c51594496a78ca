package com.salescopilot.server.http;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.lang.reflect.Constructor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lets Jackson read JSpecify: a record component is required and not null, unless it is
/// `@Nullable` or an `Optional`.
///
/// Without this a missing member would become a null in a component whose type says it cannot be.
@SuppressWarnings("serial") // Jackson's classes are serialisable, ours are never serialised
final class NullMarkedRecords extends JacksonAnnotationIntrospector {
  @Override
  public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
    return component(member)
        ? Boolean.valueOf(!mayBeAbsent(member))
        : super.hasRequiredMarker(member);
  }

  @Override
  public JsonSetter.Value findSetterInfo(Annotated annotated) {
    return component(annotated) && !mayBeAbsent((AnnotatedParameter) annotated)
        ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
        : super.findSetterInfo(annotated);
  }

  private static boolean component(Annotated annotated) {
    return annotated instanceof AnnotatedParameter parameter
        && parameter.getDeclaringClass().isRecord()
        && parameter.getOwner() instanceof AnnotatedConstructor;
  }

  private static boolean mayBeAbsent(AnnotatedMember member) {
    AnnotatedParameter parameter = (AnnotatedParameter) member;
    Constructor<?> constructor = ((AnnotatedConstructor) parameter.getOwner()).getAnnotated();
    var type = constructor.getAnnotatedParameterTypes()[parameter.getIndex()];
    return type.isAnnotationPresent(Nullable.class) || parameter.getRawType() == Optional.class;
  }
}
