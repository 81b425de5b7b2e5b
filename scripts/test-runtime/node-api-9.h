// Node-API 10 lets a module keep a reference to a string; Node-API 9 keeps references to objects, functions, externals and
// symbols only. better-sqlite3 uses that one novelty. Included in front of its sources, this puts other values into a small
// object, refers to the object, and takes them out again. For the test runtime only (ADR 0004).
#pragma once
#include <node_api.h>

#define FOREDESK_BOX_KEY "\x01" "foredesk.boxed"

static inline bool foredesk_needs_box(napi_env env, napi_value value) {
  napi_valuetype type = napi_undefined;
  if (napi_typeof(env, value, &type) != napi_ok) return false;
  switch (type) {
    case napi_object:
    case napi_function:
    case napi_external:
    case napi_symbol:
      return false;
    default:
      return true;
  }
}

static inline napi_status foredesk_create_reference(napi_env env, napi_value value, uint32_t count, napi_ref* result) {
  napi_value kept = value;
  if (foredesk_needs_box(env, value)) {
    napi_status status = napi_create_object(env, &kept);
    if (status == napi_ok) status = napi_set_named_property(env, kept, FOREDESK_BOX_KEY, value);
    if (status != napi_ok) return status;
  }
  return napi_create_reference(env, kept, count, result);
}

static inline napi_status foredesk_get_reference_value(napi_env env, napi_ref ref, napi_value* result) {
  napi_status status = napi_get_reference_value(env, ref, result);
  if (status != napi_ok || *result == nullptr) return status;
  napi_valuetype type = napi_undefined;
  status = napi_typeof(env, *result, &type);
  if (status != napi_ok || type != napi_object) return status;
  bool boxed = false;
  status = napi_has_named_property(env, *result, FOREDESK_BOX_KEY, &boxed);
  return status == napi_ok && boxed ? napi_get_named_property(env, *result, FOREDESK_BOX_KEY, result) : status;
}

#define napi_create_reference foredesk_create_reference
#define napi_get_reference_value foredesk_get_reference_value
