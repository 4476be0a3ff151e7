using System.Text;

namespace Interlock.Recording.Ros2.Export;

/// <summary>
/// Topic names that ROS 2 takes: letters, digits and single underscores between slashes, no digit first
/// (https://design.ros2.org/articles/topic_and_service_names.html). Two names that become equal are told apart by a number.
/// </summary>
internal sealed class Ros2Names
{
    private readonly HashSet<string> _taken = [];

    /// <summary>A topic of ours, with a name of somebody else's at its end.</summary>
    /// <param name="parent">For example <c>/guard/monitors</c>.</param>
    /// <param name="name">Any text.</param>
    /// <param name="child">What stands behind it, with its slash; may be empty.</param>
    public string Unique(string parent, string name, string child = "")
    {
        string token = Token(name);
        string topic = $"{parent}/{token}{child}";
        for (int i = 2; !_taken.Add(topic); i++)
        {
            topic = $"{parent}/{token}_{i}{child}";
        }

        return topic;
    }

    private static string Token(string name)
    {
        StringBuilder token = new();
        foreach (char c in name)
        {
            char taken = char.IsAsciiLetterOrDigit(c) ? c : '_';
            if (taken != '_' || token.Length == 0 || token[^1] != '_')
            {
                token.Append(taken);
            }
        }

        return token.Length == 0 ? "unnamed" : char.IsAsciiDigit(token[0]) ? $"_{token}" : token.ToString();
    }
}
