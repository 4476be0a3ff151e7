using System.Text.Json;
using Interlock.Runtime.Live.Channels;
using Interlock.Runtime.Live.Commands;
using Interlock.Runtime.Live.Protocol;
using Interlock.Runtime.Live.Sockets;

namespace Interlock.Runtime.Live.Viewers;

/// <summary>Does what one viewer asks; for the thread that reads from it.</summary>
internal sealed class ViewerRequests(FeedHub hub, Viewer viewer, ViewerCommands commands, Func<ILiveSession?> session)
{
    private const int MostSubscriptions = 1024;
    private const int MostMistakes = 100;
    private const string FilePrefix = "attachment:";

    private readonly Dictionary<uint, (FeedChannel Channel, Subscriber Subscriber)> _subscriptions = [];
    private int _mistakes;

    /// <exception cref="Core.Diagnostics.DiagnosticException">RT256: Too much nonsense.</exception>
    public void Take(SocketOpcode opcode, ReadOnlyMemory<byte> message)
    {
        if (opcode == SocketOpcode.Binary)
        {
            TakeCall(message);
            return;
        }

        switch (ClientRequest.TryRead(message))
        {
            case SubscribeRequest subscribe:
                Subscribe(subscribe);
                break;
            case UnsubscribeRequest unsubscribe:
                Unsubscribe(unsubscribe.Ids);
                break;
            case ParametersRequest parameters:
                TellParameters(parameters);
                break;
            case AssetRequest asset:
                TellFile(asset);
                break;
            default:
                Mistake("a request that this feed does not know");
                break;
        }
    }

    /// <summary>The viewer has gone: nothing is collected for it any more.</summary>
    public void Leave() => Unsubscribe([.. _subscriptions.Keys]);

    private void TakeCall(ReadOnlyMemory<byte> message)
    {
        if (ServiceCall.TryRead(message) is not { } call)
        {
            Mistake("bytes that are no call of a service");
        }
        else if (call.Service != CommandService.Id || call.Encoding != "json")
        {
            viewer.Tell(FeedText.ServiceFailure(call.Service, call.Call, $"there is one service, {CommandService.Name} with id {CommandService.Id}, in json"));
        }
        else
        {
            commands.Take(call);
        }
    }

    private void Subscribe(SubscribeRequest request)
    {
        foreach ((uint id, uint channelId) in request.Wishes)
        {
            if (hub.Find(channelId) is not { } channel)
            {
                Mistake($"there is no channel {channelId}");
            }
            else if (_subscriptions.ContainsKey(id) || _subscriptions.Values.Any(one => one.Channel == channel) || _subscriptions.Count >= MostSubscriptions)
            {
                Mistake($"subscription {id} is taken, or channel {channelId} subscribed already, or there are {MostSubscriptions}");
            }
            else
            {
                Subscriber subscriber = new(id, viewer.Outbox, viewer.MaxRateHz);
                _subscriptions.Add(id, (channel, subscriber));
                channel.Add(subscriber);
            }
        }

        viewer.Outbox.Wake();
    }

    private void Unsubscribe(IReadOnlyList<uint> ids)
    {
        foreach (uint id in ids)
        {
            if (_subscriptions.Remove(id, out (FeedChannel Channel, Subscriber Subscriber) old))
            {
                old.Channel.Remove(old.Subscriber);
            }
            else
            {
                Mistake($"there is no subscription {id}");
            }
        }
    }

    private void TellParameters(ParametersRequest request)
    {
        IReadOnlyDictionary<string, object?> known = session()?.Parameters ?? new Dictionary<string, object?>();
        if (request.IsChange)
        {
            viewer.Tell(FeedText.Status(1, "parameters are for reading: a run's settings are those of its file"));
        }

        viewer.Tell(FeedText.Parameters(request.Names.Count == 0 ? known : known.Where(pair => request.Names.Contains(pair.Key)), request.Id));
    }

    private void TellFile(AssetRequest request)
    {
        string name = request.Uri.StartsWith(FilePrefix, StringComparison.Ordinal) ? request.Uri[FilePrefix.Length..] : request.Uri;
        if (name.Length == 0)
        {
            byte[] list = JsonSerializer.SerializeToUtf8Bytes(
                hub.Files.All.Select(file => new Dictionary<string, object> { ["name"] = file.Name, ["media_type"] = file.MediaType, ["bytes"] = file.Data.Length }));
            viewer.TellBinary(AssetAnswer.Found(request.Request, list));
            return;
        }

        viewer.TellBinary(hub.Files.Find(name) is { } found
            ? AssetAnswer.Found(request.Request, found.Data.Span)
            : AssetAnswer.Missing(request.Request, $"there is no file {name[..Math.Min(name.Length, 200)]} in the recording; ask for {FilePrefix} alone to see which there are"));
    }

    private void Mistake(string what)
    {
        if (++_mistakes > MostMistakes)
        {
            throw LiveError.Broken(CloseReason.PolicyViolation, $"more than {MostMistakes} requests that made no sense; the last: {what}");
        }

        viewer.Tell(FeedText.Status(1, what));
    }
}
