using Interlock.Runtime.Configuration.Keys;

namespace Interlock.Runtime.Configuration.Settings;

/// <summary>What one input of a graph takes.</summary>
public sealed record GraphInputSettings
{
    /// <summary>Name in the graph. 1 to 256 characters. Required.</summary>
    [ConfigKey("Name in the graph.", Min = 1, Max = 256, IsRequired = true)]
    public string Name { get; init; } = "";

    /// <summary>What it takes. Required.</summary>
    [ConfigKey("What it takes.", IsRequired = true)]
    public GraphInputSource Source { get; init; }

    /// <summary>Its whole shape, where the graph leaves more open than the batch. 1 to 1048576. Default: that of the graph.</summary>
    [ConfigKey("Its whole shape, where the graph leaves more open than the batch.", Min = 1, Max = 1048576, DefaultText = "that of the graph")]
    public IReadOnlyList<int> Shape { get; init; } = [];

    /// <summary>Camera of an image. 1 to 128 characters. Default: the only one.</summary>
    [ConfigKey("Camera of an image.", Min = 1, Max = 128, DefaultText = "the only one")]
    public string? Camera { get; init; }

    /// <summary>Order of the numbers of an image. Default: found by the dimension of 3.</summary>
    [ConfigKey("Order of the numbers of an image.", DefaultText = "found by the dimension of 3")]
    public GraphImageLayout? Layout { get; init; }

    /// <summary>Mean of red, green and blue after division by 255. -1000000 to 1000000. Default: 0.</summary>
    [ConfigKey("Mean of red, green and blue after division by 255.", Min = -1000000, Max = 1000000, DefaultText = "0")]
    public IReadOnlyList<double> Mean { get; init; } = [];

    /// <summary>What the difference from the mean is divided by, for red, green and blue. 0.000001 to 1000000. Default: 1.</summary>
    [ConfigKey("What the difference from the mean is divided by, for red, green and blue.", Min = 0.000001, Max = 1000000, DefaultText = "1")]
    public IReadOnlyList<double> Std { get; init; } = [];

    /// <summary>Values of a constant or of dropout, row-major, or one for all. -1000000000 to 1000000000. Default: none.</summary>
    [ConfigKey("Values of a constant or of dropout, row-major, or one for all.", Min = -1000000000, Max = 1000000000, DefaultText = "none")]
    public IReadOnlyList<double> Values { get; init; } = [];
}
