namespace Interlock.ExecSpec.Specification;

/// <summary>Which model, and what runs it.</summary>
public sealed record PolicyIdentity
{
    /// <summary>Family as its ecosystem calls it: <c>openvla</c>, <c>openvla_oft</c>, <c>pi0</c>, <c>pi05</c>, <c>act</c>, <c>smolvla</c>, <c>gr00t</c>, …</summary>
    public string? Family { get; init; }

    /// <summary>Name of the checkpoint.</summary>
    public string? Name { get; init; }

    /// <summary>Revision of the checkpoint.</summary>
    public string? Revision { get; init; }

    /// <summary>Library that runs it: <c>openvla</c>, <c>openvla-oft</c>, <c>openpi</c>, <c>lerobot</c>, <c>gr00t</c>.</summary>
    public string? Library { get; init; }

    /// <summary>Version of that library.</summary>
    public string? LibraryVersion { get; init; }

    /// <summary>Number format of inference: <c>float32</c>, <c>bfloat16</c>, …</summary>
    public string? Dtype { get; init; }

    /// <summary>Denoising steps of a diffusion or flow policy.</summary>
    public int? SamplerSteps { get; init; }
}
