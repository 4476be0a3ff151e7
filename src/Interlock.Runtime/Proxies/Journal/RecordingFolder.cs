using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;

namespace Interlock.Runtime.Proxies.Journal;

/// <summary>A new recording for every session; where one cannot be made the session goes on, and a person is told.</summary>
internal sealed class RecordingFolder(ProxyOptions options, TimeProvider time)
{
    private readonly string _start = time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd-HHmmss");

    public ExchangeRecorder? Begin(string client, long number)
    {
        if (options.RecordFolder is null && options.Live is null)
        {
            return null;
        }

        try
        {
            string? path = options.RecordFolder is { } folder
                ? Path.Combine(Directory.CreateDirectory(folder).FullName, $"proxy-{_start}-{number:0000}.mcap")
                : null;
            ExchangeRecorder recorder = new(
                at => at with { Path = path, Tap = options.Live?.Tap($"/session-{number}") }, options.Contract, client, options.Upstream, options.Gate?.Level, time);
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
