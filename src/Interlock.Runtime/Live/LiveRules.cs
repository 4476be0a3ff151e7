using System.Net;

namespace Interlock.Runtime.Live;

/// <summary>What a feed can be told.</summary>
internal static class LiveRules
{
    private const int LeastQueueBytes = 64 << 10;

    public static void Check(LiveFeedOptions options)
    {
        if (!IPAddress.IsLoopback(options.Listen.Address) && !options.Tokens.IsAny)
        {
            throw LiveError.Of(
                LiveCodes.Listen, "listen", $"{options.Listen} can be reached from other machines, and no token is asked for", "name a file for tokens (live.token_file), or listen on 127.0.0.1");
        }

        if (options.QueueBytes < LeastQueueBytes || options.MostClients < 1 || options.MaxRateHz is <= 0 or double.NaN
            || options.SendTimeout <= TimeSpan.Zero || options.HandshakeTimeout <= TimeSpan.Zero)
        {
            throw LiveError.Of(LiveCodes.Listen, "options", $"rates and times are above 0, viewers 1 or more, queues {LeastQueueBytes} bytes or more");
        }
    }
}
