using System.ComponentModel;
using System.Diagnostics;
using Interlock.Runtime.Live;

namespace Interlock.Cli.Verbs.Dashboard;

/// <summary>
/// The dashboard as a process of its own beside a run. It ends when this process ends, however that happens, because its input ends then; and
/// when it ends, or is killed, the run does not notice.
/// </summary>
internal sealed class DashboardChild : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Process _process;

    private DashboardChild(Process process) => _process = process;

    /// <summary>The process, for those who want to end it.</summary>
    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <summary>Starts it; null, with a line for the person, when it cannot be started.</summary>
    /// <param name="host">What it prints goes to the error stream: the other one is the run's.</param>
    /// <param name="feed">The live feed.</param>
    /// <param name="token">Of the feed's operator; goes by the environment, where other users do not see it.</param>
    /// <param name="folder">Folder with recordings; null for none.</param>
    public static DashboardChild? Start(VerbHost host, Uri feed, string? token, string? folder)
    {
        ProcessStartInfo start = Command();
        foreach (string word in new[] { "dashboard", folder, $"ws://{feed.Authority}", "--listen", "127.0.0.1:0", "--until-input-ends" }.OfType<string>())
        {
            start.ArgumentList.Add(word);
        }

        start.Environment[LiveTokens.OperatorVariable] = token;
        try
        {
            Process process = Process.Start(start)!;
            process.OutputDataReceived += (_, line) => Tell(host, line.Data);
            process.ErrorDataReceived += (_, line) => Tell(host, line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            return new DashboardChild(process);
        }
        catch (Win32Exception failure)
        {
            host.Error.WriteLine($"The dashboard could not be started ({failure.Message}); the run goes on without it.");
            return null;
        }
    }

    public void Dispose()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended already.
        }

        if (!_process.WaitForExit(Patience))
        {
            // It hangs, or was halted. Waited for, so that no process is left behind.
            _process.Kill();
            _process.WaitForExit(Patience);
        }

        _process.Dispose();
    }

    // This program as a file that runs, or its assembly by the host that runs it now.
    private static ProcessStartInfo Command()
    {
        string assembly = typeof(DashboardChild).Assembly.GetName().Name!;
        string running = Environment.ProcessPath ?? assembly;
        bool isSelf = Path.GetFileNameWithoutExtension(running) == assembly;
        ProcessStartInfo start = new(running) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        if (!isSelf)
        {
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll"));
        }

        return start;
    }

    private static void Tell(VerbHost host, string? line)
    {
        if (line is not null)
        {
            host.Error.WriteLine(line);
        }
    }
}
