namespace Interlock.ExecSpec.Safetensors;

/// <summary>What the header says: tensors by name and the free text beside them.</summary>
internal sealed record SafetensorsHeader(IReadOnlyDictionary<string, SafetensorInfo> Tensors, IReadOnlyDictionary<string, string> Metadata);
