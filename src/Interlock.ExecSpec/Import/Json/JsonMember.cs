namespace Interlock.ExecSpec.Import.Json;

/// <summary>One key of an object with its value.</summary>
internal readonly record struct JsonMember(string Name, JsonView Value);
