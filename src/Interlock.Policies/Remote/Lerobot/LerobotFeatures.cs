using Interlock.Policies.Wire;

namespace Interlock.Policies.Remote.Lerobot;

/// <summary>The <c>lerobot_features</c> of a policy setup: what the robot measures and sees, in LeRobot's words.</summary>
public static class LerobotFeatures
{
    /// <summary>One state vector and the cameras.</summary>
    /// <param name="motors">Names of the channels in their order, without <c>.pos</c>.</param>
    /// <param name="cameras">Bare names, rows and columns of the images, pixels.</param>
    public static WireValue.Map Of(IReadOnlyList<string> motors, IReadOnlyList<(string Name, int HeightPx, int WidthPx)> cameras)
    {
        OrderedDictionary<string, WireValue> features = new()
        {
            ["observation.state"] = Feature("float32", [motors.Count], motors.Select(motor => $"{motor}.pos")),
        };
        foreach ((string name, int height, int width) in cameras)
        {
            features.Add($"observation.images.{name}", Feature("image", [height, width, 3], ["height", "width", "channels"]));
        }

        return new WireValue.Map(features);
    }

    private static WireValue.Map Feature(string dtype, IEnumerable<int> shape, IEnumerable<string> names) => new(new OrderedDictionary<string, WireValue>
    {
        ["dtype"] = new WireValue.Text(dtype),
        ["shape"] = new WireValue.List([.. shape.Select(size => new WireValue.Integer(size))], IsTuple: true),
        ["names"] = new WireValue.List([.. names.Select(name => new WireValue.Text(name))]),
    });
}
