using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Files;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Tests.Files;

/// <summary>A small specification as text, and what reading a text gives.</summary>
internal static class SpecText
{
    public const string Valid = """
        {
          "interlock": "execspec/1",
          "name": "cell",
          "action": {
            "rate_hz": 20,
            "horizon": 8,
            "execute": 4,
            "channels": [
              { "name": "x", "role": "position", "unit": "normalized", "physical_per_command": 0.05, "physical_unit": "m" },
              { "name": "grip", "role": "gripper" }
            ],
            "rotations": []
          },
          "unnormaliser": {
            "key": "goal",
            "scheme": "min_max",
            "mask": [true, false],
            "statistics": { "min": [-0.5, 0], "max": [1, 1] },
            "effective": { "scale": [0.75, 1], "offset": [0.25, 0] }
          },
          "gripper": { "channel": "grip", "policy_open": 1, "policy_closed": 0, "controller_open": -1, "controller_closed": 1 },
          "controller": { "kind": "osc_pose" },
          "observation": { "cameras": [{ "role": "wrist", "color": "RGB" }], "state": { "channels": ["q"] } },
          "siblings": [{ "key": "spatial", "scheme": "identity" }]
        }
        """;

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string Changed(string old, string now)
    {
        Assert.Contains(old, Valid, StringComparison.Ordinal);
        return Valid.Replace(old, now, StringComparison.Ordinal);
    }

    public static (ExecutableSpec? Spec, IReadOnlyList<Diagnostic> Findings) Read(string text)
    {
        DiagnosticCollector collector = new();
        ExecutableSpec? spec = SpecFile.Read(Bytes(text), "cell.execspec.json", collector);
        Assert.Equal(spec is null, collector.HasErrors);
        return (spec, collector.Items);
    }

    public static byte[] Written(ExecutableSpec spec)
    {
        using MemoryStream stream = new();
        SpecFile.Write(spec, stream);
        return stream.ToArray();
    }
}
