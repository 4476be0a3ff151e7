using System.Text;

namespace Interlock.Recording.Ros2.Messages;

/// <summary>A message type of ROS 2 that we write, with its definition and those that it needs.</summary>
internal sealed class Ros2Type
{
    public const string Encoding = "ros2msg";
    public const string MessageEncoding = "cdr";
    public const string Profile = "ros2";

    // The line that rosbag2 and the MCAP registry put between a definition and the next.
    private static readonly string Separator = new('=', 80);

    private readonly string _package;
    private readonly string _type;
    private readonly string[] _needed;

    private Ros2Type(string package, string type, params string[] needed)
    {
        _package = package;
        _type = type;
        _needed = needed;
    }

    public static Ros2Type JointState { get; } = new("sensor_msgs", "JointState", "std_msgs/Header", "builtin_interfaces/Time");

    public static Ros2Type CompressedImage { get; } = new("sensor_msgs", "CompressedImage", "std_msgs/Header", "builtin_interfaces/Time");

    public static Ros2Type Image { get; } = new("sensor_msgs", "Image", "std_msgs/Header", "builtin_interfaces/Time");

    public static Ros2Type Float64MultiArray { get; } = new("std_msgs", "Float64MultiArray", "std_msgs/MultiArrayLayout", "std_msgs/MultiArrayDimension");

    public static Ros2Type Text { get; } = new("std_msgs", "String");

    public static Ros2Type Log { get; } = new("rcl_interfaces", "Log", "builtin_interfaces/Time");

    public static Ros2Type Transforms { get; } = new(
        "tf2_msgs", "TFMessage", "geometry_msgs/TransformStamped", "std_msgs/Header", "builtin_interfaces/Time", "geometry_msgs/Transform", "geometry_msgs/Vector3", "geometry_msgs/Quaternion");

    /// <summary>As schemas are named, for example <c>sensor_msgs/msg/JointState</c>.</summary>
    public string Name => $"{_package}/msg/{_type}";

    /// <summary>The definition, followed by those that it needs, each behind a separator and its name.</summary>
    public byte[] Definition()
    {
        StringBuilder text = new(Read($"{_package}/{_type}"));
        foreach (string name in _needed)
        {
            text.Append(Separator).Append("\nMSG: ").Append(name).Append('\n').Append(Read(name));
        }

        return System.Text.Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Read(string name)
    {
        string resource = $"{name.Replace('/', '.')}.msg";
        using Stream stream = typeof(Ros2Type).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The definition '{resource}' is not in the assembly.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
