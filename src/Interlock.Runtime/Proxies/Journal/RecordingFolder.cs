using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;

namespace Interlock.Runtime.Proxies.Journal;

/// <summary>A new recording for every session; where one cannot be made the session goes on, and a person is told.</summary>
internal sealed class RecordingFolder(ProxyOptions options, TimeProvider time)
{
    private readonly string _start = time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd-HHmmss");

    public ExchangeRecorder? Begin(string client, long number)
    {
        if (options.RecordFolder is not { } folder)
        {
            return null;
        }

        try
        {
            Directory.CreateDirectory(folder);
            string path = Path.Combine(folder, $"proxy-{_start}-{number:0000}.mcap");
            ExchangeRecorder recorder = new(at => at with { Path = path }, options.Contract, client, options.Upstream, options.Gate?.Level, time);
            ExchangeFiles.Attach(recorder, options);
            return recorder;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DiagnosticException)
        {
            options.OnEvent?.Invoke(new ProxyEvent(client, ProxyCodes.NotRecorded, DiagnosticSeverity.Warning, $"this session is not recorded: {failure.Message}"));
            return null;
        }
    }
}
