using System.Diagnostics;
using System.Threading.Channels;

namespace Interlock.Policies.Tests.Remote.StandIns;

/// <summary>One of the stand-in servers of eng/stand-ins, and what it says.</summary>
internal sealed class StandIn : IDisposable
{
    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    private StandIn(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => _lines.Writer.TryWrite(line.Data ?? "(ended)");
        process.BeginOutputReadLine();
    }

    public int Port { get; private set; }

    public static async Task<StandIn> StartAsync(string script, params string[] arguments)
    {
        ProcessStartInfo start = new("node") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(SharedFiles.RepositoryRoot, "eng", "stand-ins", script));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // A held reply is let go by the client that hangs up, never by the clock of this machine.
        start.ArgumentList.Add("--late-ms");
        start.ArgumentList.Add("600000");
        StandIn standIn = new(Process.Start(start)!);
        standIn.Port = int.Parse(await standIn._lines.Reader.ReadAsync());
        return standIn;
    }

    /// <summary>Reads what the server says until a line begins like this.</summary>
    public async Task<string> SaysAsync(string beginning)
    {
        while (true)
        {
            string line = await _lines.Reader.ReadAsync();
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return line;
            }

            Assert.NotEqual("(ended)", line);
        }
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
