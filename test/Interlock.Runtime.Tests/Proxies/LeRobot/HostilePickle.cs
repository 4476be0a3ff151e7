using System.Text;

namespace Interlock.Runtime.Tests.Proxies.LeRobot;

/// <summary>Pickles that would do harm to Python's unpickler.</summary>
internal static class HostilePickle
{
    public static TheoryData<string, string> Names => new()
    {
        { "reduce", "PO030" },
        { "reduce-in-observation", "PO030" },
        { "reduce-in-torch-stream", "PO030" },
        { "global-line", "PO030" },
        { "dotted-name", "PO030" },
        { "instance", "PO030" },
        { "inst-opcode", "PO030" },
        { "persistent-id", "PO036" },
        { "deep", "PO002" },
        { "memo-bomb", "PO003" },
        { "huge-length", "PO001" },
        { "huge-frame", "PO001" },
        { "second-pickle", "PO004" },
        { "extension", "PO031" },
    };

    public static byte[] Named(string name) => name switch
    {
        "reduce" => Pickle(Call("posix", "system")),
        "reduce-in-observation" => Pickle(
            [.. Global("lerobot.async_inference.helpers", "TimedObservation"), (byte)')', 0x81, (byte)'}', (byte)'(', .. Text("observation"), .. Call("os", "system"), .. "ub"u8]),
        "reduce-in-torch-stream" => Pickle(
            [.. Global("torch.storage", "_load_from_bytes"), (byte)'B', .. BitConverter.GetBytes(Pickle(Call("os", "system")).Length), .. Pickle(Call("os", "system")), 0x85, (byte)'R']),
        "global-line" => Pickle([.. "cos\nsystem\n"u8, .. Text("id"), 0x85, (byte)'R']),
        "dotted-name" => Pickle(Call("numpy", "ndarray.__class__")),
        "instance" => Pickle([.. Global("subprocess", "Popen"), .. Text("id"), 0x85, 0x81]),
        "inst-opcode" => Pickle([(byte)'(', .. Text("id"), .. "ios\nsystem\n"u8]),
        "persistent-id" => Pickle([.. Text("id"), (byte)'Q']),
        "deep" => Pickle([.. Enumerable.Repeat((byte)'(', 5000), .. Enumerable.Repeat((byte)'t', 5000)]),
        "memo-bomb" => MemoBomb(),
        "huge-length" => Pickle([0x8e, .. BitConverter.GetBytes(2L << 30)]),
        "huge-frame" => [0x80, 4, 0x95, .. BitConverter.GetBytes(2L << 30), (byte)'N', (byte)'.'],
        "second-pickle" => [.. Pickle("N"u8), .. Pickle(Call("os", "system"))],
        "extension" => Pickle([0x82, 1]),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static byte[] Pickle(ReadOnlySpan<byte> body) => [0x80, 4, .. body, (byte)'.'];

    private static byte[] Call(string module, string name) => [.. Global(module, name), .. Text("touch /tmp/harm"), 0x85, (byte)'R'];

    private static byte[] Global(string module, string name) => [.. Text(module), .. Text(name), 0x93];

    private static byte[] Text(string text) => [0x8c, (byte)text.Length, .. Encoding.UTF8.GetBytes(text)];

    // Each level holds the one below eight times: 8^20 elements for a reader that follows them.
    private static byte[] MemoBomb()
    {
        List<byte> bytes = [.. Global("lerobot.async_inference.helpers", "TimedObservation"), (byte)')', 0x81, (byte)'}', (byte)'(', .. Text("observation"), (byte)'}', (byte)'('];
        bytes.AddRange([.. Text("0"), (byte)']', 0x94]);
        for (int level = 0; level < 20; level++)
        {
            bytes.AddRange([.. Text($"{level + 1}"), (byte)'(', .. Enumerable.Repeat(new[] { (byte)'h', (byte)level }, 8).SelectMany(pair => pair), (byte)'t', 0x94]);
        }

        return Pickle([.. bytes, .. "uub"u8]);
    }
}
