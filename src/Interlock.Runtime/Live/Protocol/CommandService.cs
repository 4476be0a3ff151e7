using System.Text.Json;

namespace Interlock.Runtime.Live.Protocol;

/// <summary>The one service there is: what people ask of the supervisor.</summary>
internal static class CommandService
{
    public const uint Id = 1;
    public const string Name = "/interlock/command";
    public const string Type = "interlock/Command";

    public static readonly string RequestSchema =
        """{"title":"interlock.CommandRequest","type":"object","required":["command"],"properties":{"command":{"type":"string","enum":""" + JsonSerializer.Serialize(LiveCommand.All) + "}}}";

    public const string ResponseSchema =
        """{"title":"interlock.CommandResponse","type":"object","properties":{"accepted":{"type":"boolean"},"state":{"type":"string"},"reason":{"type":"string"}},"required":["accepted","state","reason"]}""";
}
