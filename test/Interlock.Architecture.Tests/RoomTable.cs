namespace Interlock.Architecture.Tests;

/// <summary>Who may know whom: the table of docs/architecture.md, which is design §2.</summary>
internal static class RoomTable
{
    private const string Prefix = "Interlock.";

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Core"] = [],
        ["Tensors"] = [],
        ["Guard"] = ["Core"],
        ["ExecSpec"] = ["Core"],
        ["Datasets"] = ["Core"],
        ["Policies"] = ["Core", "Tensors"],
        ["Robots"] = ["Core"],
        ["Recording"] = ["Core"],
        ["Simulation"] = ["Core"],
        ["Planning"] = ["Core"],
        ["Runtime"] = ["Core", "Guard", "ExecSpec", "Datasets", "Policies", "Robots", "Recording", "Simulation"],
        ["Learning"] = ["Core", "Tensors", "Datasets", "Policies", "Simulation", "Guard"],
        ["Evaluation"] = ["Core", "Guard", "Datasets", "Recording", "Simulation", "Runtime"],
        ["Dashboard"] = ["Core", "Recording", "Runtime"],
        ["Fleet"] = ["Core", "Recording"],
        ["Native"] = ["Guard"],
    };

    public const string CompositionRoot = "Cli";

    public static bool IsRoom(string room) => room == CompositionRoot || Allowed.ContainsKey(room);

    public static bool MayKnow(string room, string other) =>
        room == CompositionRoot ? other != CompositionRoot : Allowed[room].Contains(other);

    /// <summary>The room of a project or assembly; null when it is none of ours.</summary>
    public static string? RoomOf(string assembly) =>
        assembly == "interlock" ? CompositionRoot
        : assembly.StartsWith(Prefix, StringComparison.Ordinal) ? assembly[Prefix.Length..]
        : null;
}
