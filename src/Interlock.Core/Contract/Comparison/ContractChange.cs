namespace Interlock.Core.Contract.Comparison;

/// <summary>One difference between two contracts.</summary>
/// <param name="Key">What changed; channels by name, for example <c>channels[gripper.pos].max</c>.</param>
/// <param name="Before">Value with unit; null when it was absent.</param>
/// <param name="After">Value with unit; null when it is absent now.</param>
/// <param name="Direction">Whether more or less is allowed.</param>
public sealed record ContractChange(string Key, string? Before, string? After, ChangeDirection Direction)
{
    /// <inheritdoc />
    public override string ToString() => $"{Key}: {Before ?? "absent"} → {After ?? "absent"} ({Direction.ToString().ToLowerInvariant()})";
}
