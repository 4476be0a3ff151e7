namespace Interlock.ExecSpec.Comparison;

/// <summary>One difference between two specifications.</summary>
/// <param name="Part">The part it belongs to.</param>
/// <param name="Path">What differs; channels, siblings and cameras by name, for example <c>action.channels[yaw].unit</c>.</param>
/// <param name="Before">Value with unit; null when it was absent.</param>
/// <param name="After">Value with unit; null when it is absent now.</param>
public sealed record SpecDifference(SpecPart Part, string Path, string? Before, string? After)
{
    /// <inheritdoc />
    public override string ToString() => $"{Path}: {Before ?? "absent"} → {After ?? "absent"}";
}
