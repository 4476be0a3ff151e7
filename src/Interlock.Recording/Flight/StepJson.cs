using System.Text.Json;

namespace Interlock.Recording.Flight;

/// <summary>Writes one step record as one JSON value; called on the recorder's thread.</summary>
/// <param name="record">As the control thread wrote it.</param>
/// <param name="json">Where the value goes.</param>
public delegate void StepJson(ReadOnlySpan<byte> record, Utf8JsonWriter json);
