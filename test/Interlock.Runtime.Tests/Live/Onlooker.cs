namespace Interlock.Runtime.Tests.Live;

/// <summary>A viewer in the background of a test.</summary>
internal sealed class Onlooker : IAsyncDisposable
{
    // More than a recording has channels; asking for one that is not there is answered and nothing else.
    private const uint Channels = 16;

    private readonly LiveClient _client;
    private readonly Task _reading;
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Onlooker(LiveClient client, bool reads)
    {
        _client = client;
        _reading = reads ? Task.Run(ReadAsync) : Task.CompletedTask;
    }

    /// <summary>Ends with the first message of a channel that it took.</summary>
    public Task FirstAsync() => _first.Task.WaitAsync(LiveRig.Patience);

    public static async Task<Onlooker?> SendAsync(LiveRig rig, Audience audience)
    {
        if (audience == Audience.None)
        {
            return null;
        }

        LiveClient client = await rig.ConnectAsync();
        for (uint id = 1; id <= Channels; id++)
        {
            await client.SubscribeAsync(id, id);
        }

        return new Onlooker(client, audience == Audience.Reads);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _reading;
    }

    private async Task ReadAsync()
    {
        try
        {
            while (true)
            {
                (bool isText, byte[] bytes) = await _client.NextAsync();
                if (!isText && bytes[0] == 1)
                {
                    _first.TrySetResult();
                }
            }
        }
        catch (Exception end) when (end is System.Net.WebSockets.WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
