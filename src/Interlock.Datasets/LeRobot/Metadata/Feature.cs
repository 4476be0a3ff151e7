namespace Interlock.Datasets.LeRobot.Metadata;

/// <summary>What info.json says about a column.</summary>
/// <param name="Type">The numpy or LeRobot type name, for example <c>float32</c> or <c>video</c>; null when absent.</param>
/// <param name="Shape">Shape of one row; null when absent.</param>
/// <param name="Names">Names of the elements.</param>
internal sealed record Feature(string? Type, IReadOnlyList<long>? Shape, FeatureNames Names)
{
    /// <summary>Elements of one row; null when the shape is absent.</summary>
    public long? Size => Shape?.Aggregate(1L, (size, length) => checked(size * length));
}
